import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { promptFields } from '@/components/final-report/templates/fields'
import { templateCrumbs, templateFormWords } from '@/components/final-report/templates/words'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { putPrompt } from '../../../actions'
import { loadDraft } from '../../../load'

type Props = { params: Promise<{ version: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('admin.templates.prompts.new') }
}

export default async function NewPromptPage({ params }: Props) {
  const { t, version } = await loadDraft((await params).version)
  const title = t('admin.templates.prompts.new')
  return (
    <>
      <AdminCrumbs t={t} crumbs={templateCrumbs(t, version, { label: title })} />
      <PageHeading title={title} intro={t('admin.templates.prompts.intro')} />
      <RecordForm
        id="prompt"
        action={putPrompt}
        values={{ versionId: version.id, version: version.edits }}
        fields={promptFields(t, version.places, null)}
        send={t('admin.templates.prompts.add')}
        words={templateFormWords(t)}
      />
    </>
  )
}
