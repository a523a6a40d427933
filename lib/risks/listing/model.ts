import type { Words } from '@/lib/platform/words'
import { riskKindLabels } from '@/lib/risks/labels'
import { latestAssessment, pointsOf, type RiskRow, riskKinds } from '@/lib/risks/model'
import { type Listing, lines, listingOf } from '@/lib/values/listing'

/** The register as it stands now. What is not scored has no points. */
export function riskListing(t: Words, title: string, risks: readonly RiskRow[]): Listing {
  const rows = risks.map((risk) => ({ risk, latest: latestAssessment(risk) }))
  return listingOf({ name: 'risks', title }, rows, [
    [t('listings.column.no'), 'count', ({ risk }) => risk.no],
    [t('listings.column.kind'), 'text', ({ risk }) => kindText(t, risk.kind)],
    [t('listings.column.risk'), 'text', ({ risk }) => risk.description],
    [t('risks.probability'), 'count', ({ latest }) => latest?.probability],
    [t('risks.impact'), 'count', ({ latest }) => latest?.impact],
    [t('risks.column.points'), 'count', ({ latest }) => latest && pointsOf(latest)],
    [t('listings.column.pointsAsWritten'), 'count', ({ latest }) => latest?.pointsAsWritten],
    [t('listings.column.assessedOn'), 'day', ({ latest }) => latest?.assessedOn],
    [t('listings.column.probabilityAfter'), 'count', ({ latest }) => latest?.probabilityAfter],
    [t('listings.column.impactAfter'), 'count', ({ latest }) => latest?.impactAfter],
    [t('risks.column.mitigations'), 'text', ({ risk }) => lines(risk.mitigations.map(({ text }) => text))],
    [t('risks.column.owners'), 'text', ({ risk }) => lines(risk.ownerRoles)],
    [t('listings.column.raisedOn'), 'day', ({ risk }) => risk.raisedOn],
    [t('listings.column.closedOn'), 'day', ({ risk }) => risk.closedOn],
    [t('listings.column.closedReason'), 'text', ({ risk }) => risk.closedReason],
  ])
}

/** A kind that a source brought along keeps its own word. */
function kindText(t: Words, kind: string): string {
  const known = riskKinds.find((one) => one === kind)
  return known ? t(riskKindLabels[known]) : kind
}
