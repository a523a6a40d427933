import { readPath } from '@/lib/status-reports/fields/model'

export type PrefilledField = { path: string; text: string; sort: number }

/**
 * What a new period's report starts with: the previous report's light, texts, action states and next steps, and the
 * known states of actions the previous report said nothing about. Indicator values are never carried over: a value
 * belongs to the time it was measured. Whatever is carried over must be confirmed.
 */
export function prefill(
  previous: readonly PrefilledField[],
  actions: readonly { id: string; state: string | null }[],
): PrefilledField[] {
  const carried = previous.filter(({ path, text }) => {
    const address = readPath(path)
    return text.trim() !== '' && address !== null && address.section !== 'indicators' && address.field !== 'planChange'
  })
  const taken = new Set(carried.map(({ path }) => path))
  const states = actions
    .map(({ id, state }) => ({ path: `actions/${id}/state`, text: state ?? '', sort: 0 }))
    .filter(({ path, text }) => text !== '' && !taken.has(path))
  return [...carried, ...states]
}
