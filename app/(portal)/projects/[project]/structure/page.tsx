import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { StructureLists } from '@/components/plan/structure/structure-lists'
import { AboutHeading } from '@/components/projects/about-heading'
import { structureHere } from './load'

type Props = { params: Promise<{ project: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('structure.title') }
}

export default async function StructurePage({ params }: Props) {
  const { t, project, structure } = await structureHere((await params).project)
  return (
    <>
      <AboutHeading t={t} project={project} title={t('structure.title')} intro={t('structure.intro')} />
      <StructureLists t={t} project={project.key} structure={structure} />
    </>
  )
}
