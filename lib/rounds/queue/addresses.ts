import { roundAddress } from '@/lib/projects/addresses'
import { filterQuery } from '@/lib/rounds/filters/model'
import type { QueueAddress } from '@/lib/rounds/queue/model'

/** id of the heading of the chosen report: addresses that choose a report lead to it, so that reading goes on there. */
export const chosenId = 'report'

/** Where reports that wait are reviewed one after another. */
export function queueAddress(projectKey: string, periodKey: string, given: Partial<QueueAddress> = {}): string {
  const { filter = {}, unit, done = [], left = [] } = given
  const query = new URLSearchParams(filterQuery(filter))
  if (unit) query.set('report', unit)
  if (done.length > 0) query.set('done', done.join(','))
  if (left.length > 0) query.set('left', left.join(','))
  const text = query.size > 0 ? `?${query}` : ''
  return `${roundAddress(projectKey, periodKey)}/queue${text}${unit || done.length > 0 ? `#${chosenId}` : ''}`
}

/** Where what was marked is listed before it is approved. */
export function approveManyAddress(projectKey: string, periodKey: string): string {
  return `${roundAddress(projectKey, periodKey)}/queue/approve`
}
