/** Which return the reviewer compares with: `since=4`, the event's number; null is the latest. Kept in the address. */
export function parseSince(parameters: Record<string, string | string[] | undefined>): number | null {
  const [given = ''] = [parameters.since ?? []].flat()
  return /^\d{1,6}$/.test(given) ? Number(given) : null
}
