import type { LinkOutcome } from '@/lib/toimintamallit/links/model'

/** With the day on which the address was tried. */
export const linkOutcomeLabels: Record<LinkOutcome, string> = {
  ok: 'toimintamallit.link.ok',
  moved: 'toimintamallit.link.moved',
  gone: 'toimintamallit.link.gone',
  refused: 'toimintamallit.link.refused',
  unreachable: 'toimintamallit.link.unreachable',
}
