import { StepForm } from '@/components/status-reports/step-form'
import { Notice } from '@/components/ui/notice'
import type { RecordField, RecordPart } from '@/components/ui/record-fields'
import { RecordForm } from '@/components/ui/record-form'
import { recordWords } from '@/components/ui/record-words'
import { Section } from '@/components/ui/section'
import type { OptionGroup } from '@/components/ui/select'
import type { FormAction } from '@/lib/access/form-state'
import { importReasonLabels, placeWordLabels, standingLabels } from '@/lib/final-report/import/labels'
import { type ImportPlan, placeWords, standings } from '@/lib/final-report/import/plan/model'
import { nameOf, seenText } from '@/lib/final-report/import/preview/model'
import type { ImportRow } from '@/lib/final-report/import/rows/model'
import { type FinalReport, flatNodes, sectionTree } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  report: FinalReport
  plan: ImportPlan
  open: { id: string; sameAs: ImportRow | null }
  take: FormAction
  remove: FormAction
}

/** What the person decides, and the taking itself; or letting the file go. */
export function TakeImport({ t, projectKey, report, plan, open, take, remove }: Props) {
  const reasons = Object.fromEntries(Object.entries(importReasonLabels).map(([reason, key]) => [reason, t(key)]))
  const values = { project: projectKey, import: open.id }
  return (
    <>
      <SameFile t={t} same={open.sameAs} />
      <Section id="take" title={t('reportImport.take.title')}>
        <RecordForm
          id="take"
          action={take}
          values={{ ...values, version: seenText(report) }}
          fields={[...placeFields(t, report, plan), ...standingFields(t, plan)]}
          send={t('reportImport.take.button')}
          words={recordWords(t, { reasons, errors: ['finalReport.error.choose', 'reportImport.reason.CHANGED'] })}
        />
      </Section>
      <Section id="remove" title={t('reportImport.remove.title')} intro={t('reportImport.remove.help')}>
        <StepForm
          action={remove}
          values={values}
          label={t('reportImport.remove.button')}
          kind="secondary"
          reasons={reasons}
          notice={t('ui.notice.danger')}
        />
      </Section>
    </>
  )
}

function SameFile({ t, same }: { t: Words; same: ImportRow | null }) {
  if (!same) return null
  const text =
    same.takenAt === null
      ? t('reportImport.same.waiting', { when: formatDateTime(same.at, t.locale) })
      : t('reportImport.same.taken', { when: formatDateTime(same.takenAt, t.locale) })
  return (
    <Notice kind="warning" word={t('reportImport.same.title')}>
      <p>{text}</p>
    </Notice>
  )
}

const longestLabel = 70
const shortened = (text: string): string => (text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text)

/**
 * A choice for every heading that has no certain place. The usual one stands first: it is what a form without an answer sends,
 * and nothing is stored that a stale form would have to show.
 */
function placeFields(t: Words, report: FinalReport, plan: ImportPlan): RecordPart[] {
  const nodes = flatNodes(sectionTree(report.sections))
  const sections: OptionGroup = {
    label: t('reportImport.take.sections'),
    options: nodes.map((node) => ({ value: node.id, label: shortened(nameOf(node)) })),
  }
  const titles = new Map([...report.sections, ...plan.sections].map((one) => [one.id, one]))
  const uncertain = plan.placed.filter(({ certainty }) => certainty !== 'certain')
  const fields = uncertain.map(({ heading, to, id }): RecordField => {
    const parent = plan.sections.find((section) => section.id === id)?.parentId
    const above = parent ? titles.get(parent) : undefined
    const where = above ? shortened(nameOf(above)) : t('reportImport.take.top')
    const nearest = to === 'section' ? sections.options.filter(({ value }) => value === id) : []
    const words = placeWords
      .filter((word) => heading.level > 0 || word === 'out')
      .toSorted((one, other) => Number(other === to) - Number(one === to))
      .map((value) => ({ value, label: t(placeWordLabels[value], value === 'own' ? { above: where } : {}) }))
    return {
      as: 'choice',
      name: `place/${heading.key}`,
      label: nameOf(heading) || t('reportImport.preview.beginning'),
      options: [...nearest, ...words, sections],
    }
  })
  return groupOf('places', t('reportImport.take.placesTitle'), t('reportImport.take.placesHelp'), fields)
}

/** A choice for every section of the report that has text already and would get more. */
function standingFields(t: Words, plan: ImportPlan): RecordPart[] {
  const options = standings.map((value) => ({ value, label: t(standingLabels[value]) }))
  const fields = plan.sections.flatMap((section): RecordField[] =>
    section.standing === null || section.parts.length === 0
      ? []
      : [{ as: 'choice', name: `standing/${section.id}`, label: nameOf(section), options }],
  )
  return groupOf('standings', t('reportImport.take.standingTitle'), t('reportImport.take.standingHelp'), fields)
}

function groupOf(name: string, label: string, help: string, fields: RecordField[]): RecordPart[] {
  return fields.length === 0 ? [] : [{ as: 'group', name, label, help, fields }]
}
