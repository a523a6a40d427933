import type { AgendaActions } from '@/components/meetings/agenda-actions'
import { AgendaItem } from '@/components/meetings/agenda-item'
import { meetingReasons } from '@/components/meetings/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import { Actions } from '@/components/ui/actions'
import { ButtonLink } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { itemAddress } from '@/lib/meetings/addresses'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import { isWritable, type MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  projectKey: string
  facts: MeetingFacts
  items: readonly ItemRow[]
  expected: ReadonlyMap<string, number>
  /** Absent for those who do not write meetings */
  actions: AgendaActions | null
  /** Takes up what the project asks of the meeting; only in a draft */
  fill: FormAction | null
}

/** The agenda and what came of it. In a draft the numbers are those the items will get. */
export function Agenda({ t, projectKey, facts, items, expected, actions, fill }: Props) {
  const isDraft = isWritable(facts.state)
  const waits = isDraft && items.some(({ number }) => number === null)
  const intro = waits ? t(facts.heldOn ? 'meetings.agenda.numbersWait' : 'meetings.agenda.numbersNeedDay') : undefined
  return (
    <Section id="agenda" title={t('meetings.agenda.title')} intro={intro}>
      {items.length === 0 && <p className="text-muted">{t('meetings.agenda.none')}</p>}
      {items.map((item, index) => (
        <AgendaItem
          key={item.id}
          t={t}
          projectKey={projectKey}
          facts={facts}
          item={item}
          number={item.number ?? expected.get(item.id) ?? null}
          place={{ first: index === 0, last: index === items.length - 1 }}
          actions={actions}
        />
      ))}
      {fill && (
        <Actions>
          <ButtonLink href={itemAddress(projectKey, facts.id, 'new')}>{t('meetings.agenda.add')}</ButtonLink>
          <StepForm
            action={fill}
            values={{ project: projectKey, meetingId: facts.id, version: facts.version }}
            label={t('meetings.agenda.fill')}
            kind="secondary"
            reasons={meetingReasons(t)}
            notice={t('ui.notice.warning')}
          />
        </Actions>
      )}
    </Section>
  )
}
