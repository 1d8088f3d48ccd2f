/** What must come first: a graph in order, or the circle that has none. Iterative, since packs come from strangers. */

/** Nodes so that each comes after all it uses (Kahn's algorithm); a circle is named by walking it, first node twice. */
export const sort = (
  nodes: readonly string[],
  uses: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly order: readonly string[]; readonly circle: readonly string[] | null } => {
  const waiting = new Map(nodes.map(n => [n, uses.get(n)?.size ?? 0]))
  const users = new Map<string, string[]>()
  for (const [from, all] of uses)
    for (const to of all) {
      const list = users.get(to)
      if (list) list.push(from)
      else users.set(to, [from])
    }
  const order = nodes.filter(n => waiting.get(n) === 0)
  for (const node of order)
    for (const user of users.get(node) ?? []) {
      const left = waiting.get(user)! - 1
      waiting.set(user, left)
      if (left === 0) order.push(user)
    }
  if (order.length === nodes.length) return { order, circle: null }
  // Every node left over uses another one left over: walking on must come round.
  const stuck = new Set(nodes.filter(n => waiting.get(n)! > 0))
  const seen = new Map<string, number>()
  const walk: string[] = []
  let at = [...stuck][0]!
  while (!seen.has(at)) {
    seen.set(at, walk.length)
    walk.push(at)
    at = [...uses.get(at)!].find(n => stuck.has(n))!
  }
  return { order, circle: [...walk.slice(seen.get(at)), at] }
}
