import { FileAnswer, FileForm } from '@/components/evidence/file-parts'
import { linkFields, linkWords } from '@/components/evidence/link-fields'
import { attachmentHref, attachmentNote } from '@/components/meetings/attachments'
import { meetingFormWords, meetingReasons } from '@/components/meetings/form-words'
import type { FrozenPages } from '@/components/meetings/page-choices'
import { StepForm } from '@/components/status-reports/step-form'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterBar } from '@/components/ui/filter-bar'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import type { FormAction } from '@/lib/access/form-state'
import { itemFilesAddress } from '@/lib/meetings/addresses'
import type { ItemRow } from '@/lib/meetings/agenda/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: { project: string; meetingId: string; itemId: string }
  item: ItemRow
  pages: FrozenPages & { file: string | null }
  actions: { addPage: FormAction; addLink: FormAction; dropAttachment: FormAction }
}

/** Attachments of an item that is written: what there is, a frozen page, a link, a file. */
export function AttachmentForms({ t, place, item, pages, actions }: Props) {
  const { attachments } = item
  return (
    <Section id="attachments" title={t('meetings.field.attachments')} intro={t('meetings.attachment.intro')}>
      <FileAnswer t={t} answer={pages.file} more={answers} />
      <ul className="mb-4 grid gap-2">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="flex flex-wrap items-center gap-3">
            <a href={attachmentHref(attachment)}>{attachment.label}</a>
            <span className="text-small text-muted">{attachmentNote(t, attachment)}</span>
            <StepForm
              action={actions.dropAttachment}
              values={{ ...place, attachmentId: attachment.id }}
              label={t('meetings.attachment.remove')}
              fullLabel={t('meetings.attachment.removeNamed', { label: attachment.label })}
              kind="quiet"
              small
              reasons={meetingReasons(t)}
              notice={t('ui.notice.warning')}
            />
          </li>
        ))}
      </ul>
      <PageForm t={t} place={place} pages={pages} action={actions.addPage} count={attachments.length} />
      <Disclosure summary={t('evidence.addLink')}>
        <RecordForm
          id="link"
          action={actions.addLink}
          values={place}
          fields={linkFields(t)}
          count={attachments.length}
          send={t('evidence.sendLink')}
          kind="secondary"
          words={linkWords(t, meetingReasons(t))}
        />
      </Disclosure>
      <Disclosure summary={t('evidence.addFile')} open={pages.file !== null && pages.file !== 'added'}>
        <FileForm
          t={t}
          to={itemFilesAddress(place.itemId)}
          values={{ project: place.project, meeting: place.meetingId }}
        />
      </Disclosure>
    </Section>
  )
}

const answers = {
  LOCKED: 'meetings.reason.LOCKED',
  NOT_ALLOWED: 'meetings.reason.NOT_ALLOWED',
  NOT_FOUND: 'meetings.reason.NOT_FOUND',
}

type PageFormProps = Pick<Props, 't' | 'place'> & { pages: FrozenPages; action: FormAction; count: number }

/** First the publication, then its page: what was published does not change any more. */
function PageForm({ t, place, pages, action, count }: PageFormProps) {
  if (pages.chosen === null) return <p className="text-muted">{t('meetings.attachment.nothingPublished')}</p>
  return (
    <Disclosure summary={t('meetings.attachment.addPage')} id="frozen-page">
      {pages.published.length > 1 && (
        <FilterBar label={t('meetings.attachment.publication')} apply={t('ui.apply')}>
          <Select
            id="publication"
            name="publication"
            label={t('meetings.attachment.publication')}
            options={pages.published.map(({ key, label }) => ({ value: key, label }))}
            defaultValue={pages.chosen}
          />
        </FilterBar>
      )}
      <RecordForm
        id="page"
        action={action}
        values={place}
        fields={[
          {
            as: 'choice',
            name: 'page',
            label: t('meetings.attachment.pageOf'),
            empty: t('meetings.noChoice'),
            options: pages.groups,
          },
        ]}
        count={count}
        send={t('meetings.attachment.sendPage')}
        kind="secondary"
        words={meetingFormWords(t)}
      />
    </Disclosure>
  )
}
