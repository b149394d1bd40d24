/**
 * Those that lead back to themselves when one goes from each to its parent. Takes every pair once; each thing has one
 * parent at most.
 */
export function inCircles(parents: ReadonlyMap<string, string>): ReadonlySet<string> {
  const round = new Set<string>()
  const done = new Set<string>()
  for (const start of parents.keys()) {
    const way: string[] = []
    const onWay = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !done.has(at) && !onWay.has(at)) {
      way.push(at)
      onWay.add(at)
      at = parents.get(at)
    }
    if (at !== undefined && onWay.has(at)) for (const one of way.slice(way.indexOf(at))) round.add(one)
    for (const one of way) done.add(one)
  }
  return round
}
