import type { UnitProps } from '@/components/steering/unit/model'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import type { SnapshotReport } from '@/lib/rounds/snapshot/model'
import { scopeLabels } from '@/lib/status-reports/labels'
import { periodText } from '@/lib/steering/figure-texts/model'
import { formatDateTime } from '@/lib/values/format'

/** The approved report of the period; without one, that there is none and what it means. */
export function UnitTexts({ t, body, unit }: UnitProps) {
  const { report } = unit
  if (!report) {
    return (
      <Section id="texts" title={t('figures.unit.texts')}>
        <EmptyState title={t('steering.unit.noReport')}>
          {t('steering.unit.noReportText', { period: periodText(body.period.key) })}
        </EmptyState>
      </Section>
    )
  }
  const texts = [
    ['results', report.results],
    ['nextSteps', report.nextSteps],
    ['deviations', report.deviations],
    ['planChange', report.planChange],
    ['risks', report.risks],
  ] as const
  return (
    <Section id="texts" title={t('figures.unit.texts')} intro={provenance(t, report)}>
      {texts.every(([, text]) => !text) && <p>{t('figures.unit.noTexts')}</p>}
      <div className="board-texts">
        {texts.map(
          ([key, text]) =>
            text && (
              <div key={key}>
                <h3>{t(`steering.unit.${key}`)}</h3>
                <Paragraphs text={text.text} />
              </div>
            ),
        )}
      </div>
    </Section>
  )
}

/** Scope, and who sent and approved it: by role, never by name. */
function provenance(t: Words, { scope, submitted, approved }: SnapshotReport): string {
  const told = (key: 'submitted' | 'approved', moment: SnapshotReport['approved']) => {
    if (!moment) return null
    const time = formatDateTime(moment.at, t.locale)
    return moment.role
      ? t(`steering.unit.${key}By`, { time, role: t(`access.role.${moment.role}`).toLocaleLowerCase() })
      : t(`steering.unit.${key}`, { time })
  }
  return [t(scopeLabels[scope]), told('submitted', submitted), told('approved', approved)]
    .filter((part) => part !== null)
    .join('. ')
}

/** A text of a report with its paragraphs as they were written. */
export function Paragraphs({ text }: { text: string }) {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a frozen text never move
      <p key={index} className="board-text">
        {part}
      </p>
    ))
}
