import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { PackageFiles } from '@/components/project-packages/package-files'
import { PackageForm } from '@/components/project-packages/package-form'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { listUploads } from '@/lib/project-packages/uploads/queries'
import { listProjects } from '@/lib/projects/queries'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('packages.title') }
}

export default async function PackagesPage({ searchParams }: Props) {
  const [viewer, t, given] = await Promise.all([requireViewer(), requestWords(), searchParams])
  const uploads = await listUploads(viewer)
  if (!uploads) notFound()
  const projects = await listProjects(viewer)
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('packages.title') }]} />
      <PageHeading title={t('packages.title')} intro={t('packages.intro')} />
      <PackageFiles t={t} projects={projects} uploads={uploads} />
      <PackageForm t={t} refused={typeof given.file === 'string' ? given.file : null} />
    </>
  )
}
