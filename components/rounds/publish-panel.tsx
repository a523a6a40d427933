import { periodName } from '@/components/rounds/period-name'
import { PublishForm } from '@/components/rounds/publish-form'
import { publishReasons } from '@/components/rounds/reasons'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import { countStates, leftOut, type Round } from '@/lib/rounds/model'
import type { Finding } from '@/lib/rounds/publishing/prechecks/model'

type Props = {
  t: Words
  project: string
  round: Round
  checked: { findings: readonly Finding[]; mark: string }
  publish: FormAction
}

/** The publishing itself: what it holds, what it leaves out, and why all the same when something was found. */
export function PublishPanel({ t, project, round, checked, publish }: Props) {
  const period = periodName(round.periodKey)
  const counts = countStates(round.rows)
  const out = leftOut(round.rows).length
  const found = checked.findings.length > 0
  const again = round.version > 0
  return (
    <Section id="publish" title={t(again ? 'rounds.publish.titleAgain' : 'rounds.publish.title', { period })}>
      <p className="max-w-text">{t('rounds.publish.holds', { done: counts.done, all: counts.all })}</p>
      {out > 0 && <p className="max-w-text">{t('calendar.publish.leavesOut', { count: out })}</p>}
      {counts.done === 0 ? (
        <p className="max-w-text font-semibold">{t('rounds.publish.nothing')}</p>
      ) : (
        <PublishForm
          action={publish}
          values={{
            project,
            projectId: round.projectId,
            periodKey: round.periodKey,
            seenVersion: round.version,
            seenFindings: checked.mark,
          }}
          isAgain={again}
          words={{
            note: t(found ? 'calendar.publish.reason' : 'rounds.publish.note'),
            noteHelp: t(found ? 'calendar.publish.reasonHelp' : 'rounds.publish.noteHelp'),
            optional: found ? undefined : t('ui.optional'),
            sure: out > 0 ? t('rounds.publish.sureWithout', { count: out }) : t('rounds.publish.sure'),
            sureMissing: t('rounds.publish.sureMissing'),
            send: t(again ? 'rounds.publish.again' : 'rounds.publish.do', {
              period,
              version: round.version + 1,
            }),
            summary: t('ui.errorSummary'),
            reasons: publishReasons(t),
            noteErrors: {
              'rounds.error.noteTooLong': t('rounds.error.noteTooLong'),
              'calendar.error.acceptReasonMissing': t('calendar.error.acceptReasonMissing'),
            },
          }}
        />
      )}
    </Section>
  )
}
