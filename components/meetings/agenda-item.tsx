import { ActionPoints } from '@/components/meetings/action-points'
import type { AgendaActions } from '@/components/meetings/agenda-actions'
import { Attachments } from '@/components/meetings/attachments'
import { Concerns } from '@/components/meetings/concerns'
import { meetingReasons } from '@/components/meetings/form-words'
import { StepForm } from '@/components/status-reports/step-form'
import { Actions } from '@/components/ui/actions'
import { ButtonLink } from '@/components/ui/button'
import { evidenceAddress } from '@/lib/evidence/addresses'
import { itemAddress, itemAnchor } from '@/lib/meetings/addresses'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import { isWritable, type MeetingFacts } from '@/lib/meetings/model'
import type { Words } from '@/lib/platform/words'
import { formatDate } from '@/lib/values/format'

type Props = {
  t: Words
  projectKey: string
  facts: MeetingFacts
  item: ItemRow
  number: number | null
  place: { first: boolean; last: boolean }
  actions: AgendaActions | null
}

/** One item: what it is about, what was proposed, said and decided, and what is to be done. */
export function AgendaItem({ t, projectKey, facts, item, number, place, actions }: Props) {
  const { id, title, presenterRole, presenterName, background, proposal, discussion, decisions } = item
  const heading = number === null ? title : `${t('meetings.paragraph', { number })} ${title}`
  const presenter = [presenterRole, presenterName].filter(Boolean).join(', ')
  const things = [item.workPackage, item.planChange].flatMap((thing) => thing?.title ?? [])
  const writes = actions !== null && isWritable(facts.state)
  return (
    <article id={itemAnchor(id)} aria-labelledby={`${itemAnchor(id)}-title`} className="border-t border-line py-5">
      <h3 id={`${itemAnchor(id)}-title`}>{heading}</h3>
      <div className="mt-2 grid max-w-text gap-3">
        {presenter && <p className="text-small text-muted">{t('meetings.item.presentedBy', { presenter })}</p>}
        {things.length > 0 && (
          <p className="text-small text-muted">{t('meetings.item.about', { things: things.join('; ') })}</p>
        )}
        <Passage label={t('meetings.field.background')} text={background} />
        <Passage label={t('meetings.field.proposal')} text={proposal} />
        {discussion.length > 0 && (
          <div>
            <h4 className="field-label">{t('meetings.field.discussion')}</h4>
            <ul className="list-disc pl-5">
              {discussion.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </div>
        )}
        {decisions.map((decision) => (
          <div key={decision.id} id={`decision-${decision.id}`} className="border-l-4 border-edge pl-4">
            <h4 className="field-label">{t('meetings.field.decision')}</h4>
            <p className="whitespace-pre-line">{decision.text}</p>
            {decision.decidedOn && (
              <p className="text-small text-muted">
                {t('meetings.item.decidedOn', { day: formatDate(decision.decidedOn, t.locale) })}
              </p>
            )}
            <Concerns t={t} concerns={decision.concerns} />
            <a className="text-small" href={evidenceAddress(projectKey, { kind: 'decision', id: decision.id })}>
              {t('evidence.title')}
            </a>
          </div>
        ))}
        <ActionPoints t={t} projectKey={projectKey} facts={facts} item={item} mark={actions?.mark ?? null} />
        <Attachments t={t} attachments={item.attachments} />
      </div>
      {writes && (
        <div className="mt-4">
          <Actions>
            <ButtonLink small href={itemAddress(projectKey, facts.id, id)}>
              <span aria-hidden="true">{t('meetings.item.edit')}</span>
              <span className="sr-only">{t('meetings.item.editNamed', { title })}</span>
            </ButtonLink>
            {(['up', 'down'] as const)
              .filter((direction) => !(direction === 'up' ? place.first : place.last))
              .map((direction) => (
                <StepForm
                  key={direction}
                  action={actions.move}
                  values={{ project: projectKey, meetingId: facts.id, version: facts.version, itemId: id, direction }}
                  label={t(`meetings.item.${direction}`)}
                  fullLabel={t(`meetings.item.${direction}Named`, { title })}
                  kind="quiet"
                  small
                  reasons={meetingReasons(t)}
                  notice={t('ui.notice.warning')}
                />
              ))}
          </Actions>
        </div>
      )}
    </article>
  )
}

function Passage({ label, text }: { label: string; text: string | null }) {
  if (text === null) return null
  return (
    <div>
      <h4 className="field-label">{label}</h4>
      <p className="whitespace-pre-line">{text}</p>
    </div>
  )
}
