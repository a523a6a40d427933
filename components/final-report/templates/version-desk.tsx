import { detailFields } from '@/components/final-report/templates/fields'
import { PlaceList } from '@/components/final-report/templates/place-list'
import { PromptList } from '@/components/final-report/templates/prompt-list'
import { Warnings } from '@/components/final-report/templates/warnings'
import {
  publicationText,
  templateFormWords,
  templateStepReasons,
  versionTitle,
} from '@/components/final-report/templates/words'
import { StepForm } from '@/components/status-reports/step-form'
import { ButtonLink } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import {
  placeAddress,
  promptAddress,
  publishAddress,
  templateDifferencesAddress,
  templatePreviewAddress,
} from '@/lib/final-report/templates/addresses'
import { isWritten, type TemplateVersion } from '@/lib/final-report/templates/model'
import type { Words } from '@/lib/platform/words'

type Props = { t: Words; version: TemplateVersion }
type Actions = Record<'describe' | 'discard' | 'shiftPlace' | 'shiftPrompt', FormAction>

/** What the version is, and where one goes from it. */
export function VersionHeading({ t, version }: Props) {
  const writes = isWritten(version)
  const { publishedAt, template, id } = version
  const intro = writes ? 'writing' : template.own ? 'stays' : 'ofProgramme'
  return (
    <PageHeading
      title={versionTitle(t, version)}
      intro={t(`admin.templates.version.${intro}`)}
      mark={<Tag tone={publishedAt ? 'good' : 'neutral'}>{publicationText(t, version)}</Tag>}
      actions={
        <>
          {writes && (
            <ButtonLink kind="primary" href={publishAddress(id)}>
              {t('admin.templates.version.publish')}
            </ButtonLink>
          )}
          <ButtonLink href={templatePreviewAddress(id)}>{t('admin.templates.version.preview')}</ButtonLink>
          <ButtonLink href={templateDifferencesAddress(id)}>{t('admin.templates.version.differences')}</ButtonLink>
        </>
      }
    />
  )
}

/** The places and prompts of a version; while it is written, with all that can be done to them. */
export function VersionDesk({ t, version, actions }: Props & { actions: Actions }) {
  const writes = isWritten(version)
  return (
    <>
      <Section
        id="places"
        title={t('admin.templates.places.title')}
        intro={writes ? t('admin.templates.places.intro') : undefined}
        actions={
          writes && <ButtonLink href={placeAddress(version.id, null)}>{t('admin.templates.places.add')}</ButtonLink>
        }
      >
        <PlaceList t={t} version={version} move={writes ? actions.shiftPlace : null} />
      </Section>
      <Section
        id="prompts"
        title={t('admin.templates.prompts.title')}
        intro={t('admin.templates.prompts.intro')}
        actions={
          writes && <ButtonLink href={promptAddress(version.id, null)}>{t('admin.templates.prompts.add')}</ButtonLink>
        }
      >
        <PromptList t={t} version={version} move={writes ? actions.shiftPrompt : null} />
      </Section>
      {writes ? (
        <DraftForms t={t} version={version} actions={actions} />
      ) : (
        version.note && (
          <Section id="note" title={t('admin.templates.details.note')}>
            <p className="max-w-text whitespace-pre-line">{version.note}</p>
          </Section>
        )
      )}
    </>
  )
}

function DraftForms({ t, version, actions }: Props & { actions: Actions }) {
  const written = { versionId: version.id, version: version.edits }
  return (
    <>
      <Section id="warnings" title={t('admin.templates.warnings.title')}>
        <Warnings t={t} version={version} />
      </Section>
      <Section id="details" title={t('admin.templates.details.title')}>
        <RecordForm
          id="details"
          action={actions.describe}
          values={written}
          fields={detailFields(t, version)}
          send={t('admin.templates.details.save')}
          kind="secondary"
          words={templateFormWords(t)}
        />
      </Section>
      <Section
        id="discard"
        title={t('admin.templates.discard.title')}
        intro={t(`admin.templates.discard.${version.version === 1 ? 'last' : 'help'}`)}
      >
        <StepForm
          action={actions.discard}
          values={written}
          label={t('admin.templates.discard.button')}
          kind="danger"
          reasons={templateStepReasons(t)}
          notice={t('ui.notice.warning')}
        />
      </Section>
    </>
  )
}
