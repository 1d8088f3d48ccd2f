/** What to tell a person about a file that cannot be read. */

/** One sentence about the file and the path; undefined when the failure is another, and so our own mistake. */
export const unreadable = (error: unknown): string | undefined => {
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `There is no file "${path}". Check the path; it is read from the folder you are in.`
  if (code === 'ENOTDIR') return `There is no file "${path}": a part of it is a file, not a folder.`
  if (code === 'EISDIR') return `"${path ?? 'That'}" is a folder, and a file is needed.`
  if (code === 'EACCES') return `"${path}" may not be read by you.`
  if (code === 'ENAMETOOLONG') return 'No path is as long as the one given.'
  return undefined
}
