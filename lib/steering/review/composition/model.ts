import { roleLabels } from '@/lib/access/labels'
import { roles } from '@/lib/access/model'
import type { Words } from '@/lib/platform/words'
import type { SnapshotBody } from '@/lib/rounds/snapshot/model'
import { periodText } from '@/lib/steering/figure-texts/model'
import { type EarlierLights, unitRows } from '@/lib/steering/lights/model'
import { areaPages } from '@/lib/steering/review/area-pages/model'
import { communicationPages } from '@/lib/steering/review/communications/model'
import { decisionPages } from '@/lib/steering/review/decisions/model'
import { financePages } from '@/lib/steering/review/finance/model'
import { glance } from '@/lib/steering/review/glance/model'
import { reviewSectionLabels, reviewWordLabels } from '@/lib/steering/review/labels'
import {
  type Review,
  type ReviewPage,
  type ReviewSectionKey,
  type ReviewWord,
  reviewSectionKeys,
  reviewWords,
} from '@/lib/steering/review/model'
import { planChangePages } from '@/lib/steering/review/plan-changes/model'
import { riskPages } from '@/lib/steering/review/risks/model'
import type { ReviewContext } from '@/lib/steering/review/runs/model'
import { nationalRows } from '@/lib/steering/targets/model'
import { formatDateRange, formatDateTime } from '@/lib/values/format'

export type Publishing = {
  /** Absolute address of the product, without a slash at its end */
  origin: string
  /** Short name of the publication, in the addresses of its figures */
  code: string
  version: number
  /** ISO moment */
  publishedAt: string
  /** Lights of the period that was chosen to compare with; null leaves what was frozen with the snapshot */
  earlier: EarlierLights
}

const pagesOf: Record<ReviewSectionKey, (context: ReviewContext) => ReviewPage[]> = {
  planChanges: planChangePages,
  serviceAreas: areaPages,
  finance: financePages,
  risks: riskPages,
  communications: communicationPages,
  decisions: decisionPages,
}

/** The review of a published period as a document, in the language of `t`, from the frozen body alone. */
export function composeReview(t: Words, body: SnapshotBody, publishing: Publishing): Review {
  const { origin, code, version, earlier } = publishing
  const locale = t.locale === 'sv' ? 'sv' : 'fi'
  const context: ReviewContext = {
    t,
    body,
    code,
    version,
    units: unitRows(body, earlier),
    national: new Map(nationalRows(body).map(({ indicator, fulfilment }) => [indicator.id, fulfilment])),
    compared: earlier !== null || body.previous !== null,
  }
  const period = periodText(body.period.key)
  return {
    locale,
    title: t('review.title', { period }),
    subtitle: formatDateRange(body.period.from, body.period.to, t.locale),
    organisation: body.project.organisationName,
    project: body.project.name,
    period,
    published: publishedText(t, body, publishing),
    statement: body.project.programme.statement[locale],
    origin,
    words: Object.fromEntries(reviewWords.map((word) => [word, t(reviewWordLabels[word])])) as Record<
      ReviewWord,
      string
    >,
    glance: glance(context),
    sections: reviewSectionKeys.map((key) => ({
      key,
      title: t(reviewSectionLabels[key]),
      pages: pagesOf[key](context),
    })),
  }
}

function publishedText(t: Words, { publishedBy }: SnapshotBody, { publishedAt, version }: Publishing): string {
  const date = formatDateTime(publishedAt, t.locale)
  const role = roles.find((one) => one === publishedBy)
  return role
    ? t('review.publishedBy', { date, version, role: t(roleLabels[role]).toLocaleLowerCase() })
    : t('steering.published', { date, version })
}
