/** Faces for the page: a baked portrait where the cast has one, else a medallion with initials. */
import type { PersonView } from '../view/index.ts'

const portraits = import.meta.glob<string>('../../assets/portraits/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
})

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(word => /^\p{Lu}/u.test(word))
    .slice(-2)
    .map(word => word[0])
    .join('')

/** A face for the eye alone: the name always stands beside it. */
export const Portrait = ({ of }: { of: Pick<PersonView, 'id' | 'name' | 'side'> }) => {
  const source = portraits[`../../assets/portraits/${of.id}.webp`]
  return (
    <span class={`portrait side-${of.side}`} aria-hidden="true">
      {source ? (
        <img src={source} alt="" width="128" height="128" loading="lazy" decoding="async" />
      ) : (
        <b>{initials(of.name)}</b>
      )}
    </span>
  )
}
