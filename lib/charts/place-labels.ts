/** A rectangle of the drawing: left, right, top, bottom. */
export type Box = { x1: number; x2: number; y1: number; y2: number }

/**
 * Chooses for a label the first of its possible places that touches nothing taken, else the one that touches least.
 * The place chosen is added to `taken`.
 */
export function placeLabel<Place extends { box: Box }>(places: readonly [Place, ...Place[]], taken: Box[]): Place {
  const clashes = (place: Place) => taken.filter((other) => overlap(place.box, other)).length
  let best = places[0]
  let least = clashes(best)
  for (const place of places.slice(1)) {
    if (least === 0) break
    const count = clashes(place)
    if (count < least) {
      best = place
      least = count
    }
  }
  taken.push(best.box)
  return best
}

export function overlap(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2
}

/**
 * Moves blocks of given heights apart, keeping their order and staying between `low` and `high` as well as they can.
 * @param wanted the middle each block would like to have
 * @returns the top of each block, in the order given
 */
export function stack(wanted: readonly number[], heights: readonly number[], low: number, high: number): number[] {
  const order = wanted
    .map((middle, index) => ({ index, height: heights[index] ?? 0, top: middle - (heights[index] ?? 0) / 2 }))
    .sort((a, b) => a.top + a.height / 2 - (b.top + b.height / 2))
  let floor = low
  for (const block of order) {
    block.top = Math.max(block.top, floor)
    floor = block.top + block.height
  }
  let ceiling = high
  for (const block of order.toReversed()) {
    block.top = Math.min(block.top, ceiling - block.height)
    ceiling = block.top
  }
  const tops = wanted.map(() => 0)
  for (const block of order) tops[block.index] = block.top
  return tops
}
