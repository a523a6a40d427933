import { isFinished } from '@/lib/actions/model'
import { readPath } from '@/lib/status-reports/fields/model'
import { isFinal, type ReportState } from '@/lib/status-reports/model'

export type PrefilledField = { path: string; text: string; sort: number }

/**
 * What a new period's report starts with: the source report's light, texts, action states, next steps and risks, and the
 * known states of actions that it said nothing about. Indicator values are never carried over: a value belongs to the time
 * it was measured. Nor is anything of an action that is finished: nobody needs to confirm it again, and its state stays
 * what was told last. Whatever is carried over must be confirmed.
 */
export function prefill(
  source: readonly PrefilledField[],
  actions: readonly { id: string; state: string | null }[],
): PrefilledField[] {
  const told = new Map(source.map(({ path, text }) => [path, text.trim()]))
  const own = new Map(actions.map(({ id, state }) => [id, state ?? '']))
  const stateOf = (id: string) => told.get(`actions/${id}/state`) || own.get(id) || ''
  const carried = source.filter(({ path, text }) => {
    const address = readPath(path)
    if (text.trim() === '' || address === null) return false
    if (address.section === 'indicators' || address.field === 'planChange') return false
    return address.actionId === null || !isFinished(stateOf(address.actionId))
  })
  const taken = new Set(carried.map(({ path }) => path))
  const states = actions
    .map(({ id }) => ({ path: `actions/${id}/state`, text: stateOf(id), sort: 0 }))
    .filter(({ path, text }) => text !== '' && !isFinished(text) && !taken.has(path))
  return [...carried, ...states]
}

/**
 * The report that is carried over: the latest one that was accepted, else the latest. When the quarter before is still
 * being written as the next one opens, its half-written sentences and what the reviewer may yet refuse must not become the
 * start of the next report; they stand beside the fields as the previous period's, from where they can be taken. Given
 * from the newest to the oldest.
 */
export function sourceOfPrefill<T extends { state: ReportState }>(earlier: readonly T[]): T | null {
  return earlier.find(({ state }) => isFinal(state)) ?? earlier[0] ?? null
}
