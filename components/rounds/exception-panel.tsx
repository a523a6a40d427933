import { ExceptionForm } from '@/components/rounds/exception-form'
import { StepForm } from '@/components/status-reports/step-form'
import { DefinitionList } from '@/components/ui/definition-list'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { canHaveMoreTime, type UnitDay } from '@/lib/rounds/exceptions/model'
import { unitStateLabels } from '@/lib/rounds/labels'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  project: string
  unit: UnitDay
  /** Who is looking: suggested as the one who allows */
  me: string
  grant: FormAction
  withdraw: FormAction
}

/** A unit's own last day: what holds now, giving another, taking it back. */
export function ExceptionPanel({ t, project, unit, me, grant, withdraw }: Props) {
  const { exception, days } = unit
  const day = (date: string | null) => (date ? formatDate(date, t.locale) : null)
  const place = { project, period: unit.periodKey, periodId: unit.periodId, unitId: unit.unitId }
  const values = { ...place, seenDueOn: exception?.dueOn ?? '' }
  return (
    <>
      <DefinitionList
        items={[
          { term: t('rounds.column.state'), value: t(unitStateLabels[unit.state]) },
          { term: t('calendar.exception.everybody'), value: day(days.dueOn) ?? t('rounds.noDue') },
          { term: t('calendar.column.closes'), value: day(days.closesOn) ?? t('calendar.neverCloses') },
          ...(exception
            ? [
                { term: t('calendar.exception.own'), value: day(exception.dueOn) },
                { term: t('calendar.exception.allowedBy'), value: exception.allowedBy },
                { term: t('calendar.exception.reason'), value: exception.reason },
              ]
            : []),
        ]}
      />
      {exception && (
        <Section
          id="withdraw"
          title={t('calendar.exception.withdrawTitle')}
          intro={t('calendar.exception.withdrawHelp')}
        >
          <StepForm
            action={withdraw}
            values={values}
            label={t('calendar.exception.withdraw')}
            kind="secondary"
            reasons={reasonsOf(t)}
            notice={t('ui.notice.danger')}
          />
        </Section>
      )}
      <Section id="grant" title={t(exception ? 'calendar.exception.changeTitle' : 'calendar.exception.giveTitle')}>
        {canHaveMoreTime(unit.state) ? (
          <ExceptionForm
            action={grant}
            values={values}
            known={{
              dueOn: exception ? formatDate(exception.dueOn, 'fi') : '',
              allowedBy: exception?.allowedBy ?? me,
              reason: exception?.reason ?? '',
            }}
            words={{
              dueOn: t('calendar.exception.until'),
              dueOnHelp: t('calendar.exception.untilHelp'),
              allowedBy: t('calendar.exception.allowedBy'),
              allowedByHelp: t('calendar.exception.allowedByHelp'),
              reason: t('calendar.exception.reason'),
              reasonHelp: t('calendar.exception.reasonHelp'),
              send: t(exception ? 'calendar.exception.sendChange' : 'calendar.exception.send'),
              summary: t('ui.errorSummary'),
              reasons: reasonsOf(t),
              errors: errorsOf(t),
            }}
          />
        ) : (
          <p className="max-w-text">{t('calendar.reason.ALREADY_SENT')}</p>
        )}
      </Section>
    </>
  )
}

function reasonsOf(t: Words): Record<string, string> {
  return {
    NOT_FOUND: t('calendar.reason.UNIT_NOT_FOUND'),
    NOT_ALLOWED: t('rounds.reason.NOT_ALLOWED'),
    NO_ANSWER: t('ui.noAnswer'),
    FACTOR_DEMANDED: t('access.reason.FACTOR_DEMANDED'),
    SIGNED_OUT: t('rounds.reason.SIGNED_OUT'),
    INVALID: t('rounds.reason.INVALID'),
    STALE: t('calendar.reason.STALE'),
    ALREADY_SENT: t('calendar.reason.ALREADY_SENT'),
  }
}

const errors = [
  'allowedByMissing',
  'allowedByTooLong',
  'reasonMissing',
  'reasonTooLong',
  'dayOver',
  'notLater',
] as const

function errorsOf(t: Words): Record<string, string> {
  const own = errors.map((name) => [`calendar.error.${name}`, t(`calendar.error.${name}`)])
  return { ...Object.fromEntries(own), 'rounds.error.day': t('rounds.error.day') }
}
