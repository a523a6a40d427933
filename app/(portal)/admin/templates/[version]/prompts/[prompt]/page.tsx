import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { promptFields } from '@/components/final-report/templates/fields'
import { templateCrumbs, templateFormWords, templateStepReasons } from '@/components/final-report/templates/words'
import { StepForm } from '@/components/status-reports/step-form'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { changePrompt, dropPrompt } from '../../../actions'
import { loadDraft } from '../../../load'

type Props = { params: Promise<{ version: string; prompt: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.prompts.edit') }
}

export default async function PromptPage({ params }: Props) {
  const { version: id, prompt: promptId } = await params
  const { t, version } = await loadDraft(id)
  const prompt = version.prompts.find((one) => one.id === promptId)
  if (!prompt) notFound()
  const title = t('admin.templates.prompts.edit')
  const written = { versionId: version.id, version: version.edits, promptId }
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: title })} />
      <PageHeading title={title} />
      <RecordForm
        id="prompt"
        action={changePrompt}
        values={written}
        fields={promptFields(t, version.places, prompt)}
        send={t('admin.templates.prompts.save')}
        words={templateFormWords(t)}
      />
      <div className="mt-8">
        <StepForm
          action={dropPrompt}
          values={written}
          label={t('admin.templates.prompts.remove')}
          kind="danger"
          reasons={templateStepReasons(t)}
          notice={t('ui.notice.warning')}
        />
      </div>
    </>
  )
}
