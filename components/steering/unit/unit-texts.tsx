import type { UnitProps } from '@/components/steering/unit/unit-page'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { Tag, type TagTone } from '@/components/ui/tag'
import { stateLabels } from '@/lib/actions/labels'
import type { ActionState } from '@/lib/actions/model'
import type { Words } from '@/lib/platform/words'
import type { ReportedAction, SnapshotReport, SnapshotUnit } from '@/lib/rounds/snapshot/model'
import { scopeLabels } from '@/lib/status-reports/labels'
import { periodText } from '@/lib/steering/figure-texts/model'
import { formatDateTime } from '@/lib/values/format'

/** The approved report of the period; without one, that there is none and what it means. */
export function UnitTexts({ t, body, unit }: UnitProps) {
  const { report } = unit
  if (!report) {
    return (
      <Section id="report" title={t('steering.unit.actions')}>
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
    <>
      <Section id="report" title={t('steering.unit.actions')} intro={provenance(t, report)}>
        <Actions t={t} unit={unit} report={report} />
      </Section>
      {texts.map(
        ([key, text]) =>
          text && (
            <Section key={key} id={key} title={t(`steering.unit.${key}`)}>
              <Paragraphs text={text.text} />
            </Section>
          ),
      )}
    </>
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

function Actions({ t, unit, report }: { t: Words; unit: SnapshotUnit; report: SnapshotReport }) {
  const told = report.actions.filter((one) => one.text !== null)
  const named = new Set(told.map((one) => one.actionId))
  const silent = unit.actions.filter((action) => action.origin === 'report' && !named.has(action.id))
  return (
    <div className="board-texts">
      {told.map((one) => (
        <Told key={one.actionId ?? `no-${one.actionNo}`} t={t} unit={unit} told={one} />
      ))}
      {silent.length > 0 && (
        <div>
          <h3>{t('steering.unit.otherActions')}</h3>
          <ul>
            {silent.map((action) => (
              <li key={action.id}>
                {action.title} <State t={t} state={action.state} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Told({ t, unit, told }: { t: Words; unit: SnapshotUnit; told: ReportedAction }) {
  const action = unit.actions.find((one) => one.id === told.actionId)
  const number = action?.no ?? told.actionNo
  const title = action?.title ?? (number === null ? t('steering.unit.generalText') : null)
  return (
    <div>
      <h3>{[number === null ? null : t('steering.unit.action', { no: number }), title].filter(Boolean).join(': ')}</h3>
      <State t={t} state={told.state?.value ?? action?.state ?? null} />
      {told.text && <Paragraphs text={told.text.text} />}
    </div>
  )
}

const tones: Record<ActionState, TagTone> = {
  planned: 'neutral',
  in_preparation: 'neutral',
  started: 'info',
  in_progress: 'info',
  in_use: 'good',
  done: 'good',
  ended: 'good',
  suspended: 'warning',
  not_extended: 'warning',
  not_reported: 'neutral',
}

function State({ t, state }: { t: Words; state: ActionState | null }) {
  return state && <Tag tone={tones[state]}>{t(stateLabels[state])}</Tag>
}

function Paragraphs({ text }: { text: string }) {
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
