import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { PackagePreview } from '@/components/project-packages/package-preview'
import { KeyForm, mayTryKey, TakePackage } from '@/components/project-packages/take-package'
import { PageHeading } from '@/components/ui/page-heading'
import { requireViewer } from '@/lib/access/session'
import { packagesAddress } from '@/lib/project-packages/addresses'
import { importPackage } from '@/lib/project-packages/commands'
import { readUpload } from '@/lib/project-packages/uploads/queries'
import { takeSchema } from '@/lib/project-packages/uploads/schema'
import { remove, take } from '../actions'

type Given = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ upload: string }>; searchParams: Promise<Given> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('packages.title') }
}

export default async function PackagePage({ params, searchParams }: Props) {
  const [viewer, t, { upload }, given] = await Promise.all([requireViewer(), requestWords(), params, searchParams])
  const asked = takeSchema.safeParse({ upload, key: given.key })
  const found = asked.success ? await readUpload(viewer, upload) : null
  if (!asked.success || !found) notFound()
  const { key } = asked.data
  const answer = await importPackage(viewer, { text: found.text, key, dryRun: true })
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: t('packages.title'), href: packagesAddress }, { label: found.name }]} />
      <PageHeading title={t('packages.preview.title', { name: found.name })} intro={t('packages.preview.intro')} />
      <PackagePreview t={t} answer={answer} />
      {mayTryKey(answer) && <KeyForm t={t} upload={upload} chosen={key ?? null} />}
      <TakePackage t={t} upload={upload} chosen={key ?? null} answer={answer} take={take} remove={remove} />
    </>
  )
}
