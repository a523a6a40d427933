import { periodName } from '@/components/rounds/period-name'
import { PublishForm } from '@/components/rounds/publish-form'
import { publishReasons } from '@/components/rounds/reasons'
import type { StepAction } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Section } from '@/components/ui/section'
import type { Words } from '@/lib/platform/words'
import { steeringAddress } from '@/lib/projects/addresses'
import { unitStateLabels } from '@/lib/rounds/labels'
import { countStates, leftOut, type Round } from '@/lib/rounds/model'

type Props = { t: Words; project: string; round: Round; publish: StepAction }

/** Publishing with what it would hold and what it would leave out, to be read before the button is pressed. */
export function PublishPanel({ t, project, round, publish }: Props) {
  const period = periodName(round.periodKey)
  const counts = countStates(round.rows)
  const out = leftOut(round.rows)
  const published = round.version > 0 && (
    <p className="mb-4">
      <ButtonLink href={steeringAddress(project, round.periodKey)}>{t('rounds.toSteering')}</ButtonLink>
    </p>
  )
  if (!round.may.publish) return published || null
  return (
    <Section id="publish" title={t('rounds.publish.title', { period })} intro={t('rounds.publish.help')}>
      {published}
      <p className="max-w-text">{t('rounds.publish.holds', { done: counts.done, all: counts.all })}</p>
      {out.length > 0 && (
        <Disclosure summary={t('rounds.publish.leavesOut', { count: out.length })}>
          <p className="max-w-text text-muted">{t('rounds.publish.leavesOutHelp')}</p>
          <ul className="list-disc pl-5">
            {out.map((row) => (
              <li key={row.unitId}>
                {row.title} – {t(unitStateLabels[row.state])}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {counts.done === 0 ? (
        <p className="max-w-text font-semibold">{t('rounds.publish.nothing')}</p>
      ) : (
        <PublishForm
          action={publish}
          values={{ project, projectId: round.projectId, periodKey: round.periodKey, seenVersion: round.version }}
          words={{
            note: t('rounds.publish.note'),
            noteHelp: t('rounds.publish.noteHelp'),
            optional: t('ui.optional'),
            sure: out.length > 0 ? t('rounds.publish.sureWithout', { count: out.length }) : t('rounds.publish.sure'),
            sureMissing: t('rounds.publish.sureMissing'),
            send: t(round.version > 0 ? 'rounds.publish.again' : 'rounds.publish.do', {
              period,
              version: round.version + 1,
            }),
            summary: t('ui.errorSummary'),
            reasons: publishReasons(t),
            noteTooLong: t('rounds.error.noteTooLong'),
          }}
        />
      )}
    </Section>
  )
}
