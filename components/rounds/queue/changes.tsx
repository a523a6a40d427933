import { periodName } from '@/components/rounds/period-name'
import type { FormField, FormSection } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { differencesAddress } from '@/lib/status-reports/addresses'
import { type Change, changesFrom } from '@/lib/status-reports/review/model'
import type { ReportView } from '@/lib/status-reports/views/model'

type Props = { t: Words; project: string; report: ReportView }

/** What is not as it was in the previous report: lights, states and figures in full, texts by name. */
export function Changes({ t, project, report }: Props) {
  const before = report.previousPeriodKey
  if (before === null) return <p className="mt-6 text-muted">{t('reviewQueue.changes.first')}</p>
  const now = Object.fromEntries(Object.entries(report.fields).map(([path, { text }]) => [path, text]))
  const changes = new Map(changesFrom(now, report.previous).map((change) => [change.path, change]))
  const sections = formSections(t, { ...report, opens: null })
    .map((section) => ({ section, items: itemsOf(t, section, changes) }))
    .filter(({ items }) => items.length > 0)
  const title = t('reviewQueue.changes.title', { period: periodName(before), now: periodName(report.period.key) })
  return (
    <Section
      id="changes"
      title={title}
      actions={
        <ButtonLink small href={differencesAddress(project, report.period.key, report.unit.id)}>
          {t('differences.open')}
        </ButtonLink>
      }
    >
      {sections.length === 0 && <p>{t('reviewQueue.changes.none')}</p>}
      <ul className="max-w-text space-y-1">
        {sections.map(({ section, items }) => (
          <li key={section.path}>
            <a href={`#${section.path}`}>{section.title}</a>
            <ul className="list-disc pl-6">
              {items.map(({ path, text }) => (
                <li key={path}>{text}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function itemsOf(t: Words, section: FormSection, changes: ReadonlyMap<string, Change>) {
  return section.groups.flatMap((group) =>
    [...group.fields, ...group.more].flatMap((field) => {
      const change = changes.get(field.path)
      if (!change) return []
      const name = group.title ? `${group.title}, ${field.label}` : field.label
      // Some labels are questions and end in their own mark.
      const mark = name.endsWith('?') ? '' : ':'
      return [{ path: field.path, text: `${name}${mark} ${told(t, field, change)}` }]
    }),
  )
}

function told(t: Words, field: FormField, { kind }: Change): string {
  if (field.kind === 'text') return t(`reviewQueue.changes.${kind}`)
  const nothing = t('reviewQueue.changes.nothing')
  const read = field.reading && 'understood' in field.reading ? field.reading.understood : null
  const chosen = field.choices?.find(({ value }) => value === field.text)?.label
  return t('reviewQueue.changes.from', {
    before: field.previous?.value || nothing,
    now: (read ?? chosen ?? field.text) || nothing,
  })
}
