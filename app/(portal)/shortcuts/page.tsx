import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { requestWords } from '@/app/locale'
import { shortcutGroups } from '@/components/frame/shortcut-list'
import { shortcutDataAddress, singleKeysOn } from '@/components/frame/shortcut-setting'
import { ShortcutTables } from '@/components/frame/shortcut-tables'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Button } from '@/components/ui/button'
import { PageHeading } from '@/components/ui/page-heading'
import { Section } from '@/components/ui/section'
import { requireViewerBeforeFactor } from '@/lib/access/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('search.shortcuts.title') }
}

export default async function ShortcutsPage() {
  const [t, jar] = await Promise.all([requestWords(), cookies(), requireViewerBeforeFactor()])
  const on = singleKeysOn((name) => jar.get(name)?.value)
  return (
    <>
      <Breadcrumbs label={t('frame.breadcrumbs')} crumbs={[{ label: t('search.shortcuts.title') }]} />
      <PageHeading title={t('search.shortcuts.title')} intro={t('search.shortcuts.intro')} />
      <Section id="use" title={t('search.shortcuts.useTitle')} intro={t('search.shortcuts.useHelp')}>
        <form action={shortcutDataAddress} method="post">
          <p className="mb-3">{t(on ? 'search.shortcuts.on' : 'search.shortcuts.off')}</p>
          <Button kind="secondary" name="single" value={on ? 'off' : 'on'}>
            {t(on ? 'search.shortcuts.switchOff' : 'search.shortcuts.switchOn')}
          </Button>
        </form>
      </Section>
      <ShortcutTables groups={shortcutGroups(t)} key1={t('search.shortcuts.key')} what={t('search.shortcuts.what')} />
    </>
  )
}
