import { ChangedValues, Editions } from '@/components/final-report/life/editions'
import { LifeEvents } from '@/components/final-report/life/life-events'
import { LifeSteps } from '@/components/final-report/life/life-steps'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { ChangedValue, EditionRow } from '@/lib/final-report/editions/model'
import type { LifeEvent, Standing } from '@/lib/final-report/life/model'
import type { FinalReport, ReportEventType } from '@/lib/final-report/model'
import type { DecisionRow } from '@/lib/meetings/decisions/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  life: {
    report: Pick<FinalReport, 'state' | 'version'>
    changed: readonly ChangedValue[]
    events: readonly LifeEvent[]
    standing: Standing
    editions: readonly EditionRow[]
    decisions: readonly DecisionRow[]
    mayTake: readonly ReportEventType[]
    exports: boolean
  }
  actions: { plain: FormAction; reasoned: FormAction; decided: FormAction }
}

/** What has changed since the report was locked, what can be done next, the locked editions, and how it came to this. */
export function LifeView({ t, projectKey, life, actions }: Props) {
  const { changed, editions, events, exports } = life
  return (
    <>
      {changed.length > 0 && (
        <Section
          id="changed"
          title={t('finalReport.edition.changed', { count: changed.length })}
          intro={t('finalReport.edition.changedHelp')}
        >
          <ChangedValues t={t} changed={changed} />
        </Section>
      )}
      <LifeSteps t={t} projectKey={projectKey} actions={actions} {...life} />
      {editions.length > 0 && (
        <Section id="editions" title={t('finalReport.edition.title')} intro={t('finalReport.edition.help')}>
          <Editions t={t} projectKey={projectKey} editions={editions} exports={exports} />
        </Section>
      )}
      <Section id="events" title={t('finalReport.life.events')}>
        <LifeEvents t={t} events={events} />
      </Section>
    </>
  )
}
