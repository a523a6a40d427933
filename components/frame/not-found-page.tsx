import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { PublicFrame } from '@/components/frame/public-frame'
import { ButtonLink } from '@/components/ui/button'
import { Frozen } from '@/components/ui/frozen'
import { PageHeading } from '@/components/ui/page-heading'
import type { Words } from '@/lib/platform/words'

/** The same answer for what does not exist and for what this reader may not see. */
export function NotFoundPage({ t, version }: { t: Words; version: string }) {
  const footer = { accessibility: { label: t('frame.accessibility'), href: '/accessibility' }, version }
  return (
    <PublicFrame words={frameWords(t)} homeHref="/" language={languageChoice(t)} footer={footer}>
      <NotFoundText t={t} />
    </PublicFrame>
  )
}

/**
 * The answer alone, for pages that have their frame already. Every page carries it in its data, shown or not, so it is kept as
 * one text. The title stands in it, since the browser drops the one that came with the page when it draws this instead.
 */
export function NotFoundText({ t }: { t: Words }) {
  return (
    <>
      <title>{notFoundTitle(t)}</title>
      <Frozen opened={false} name={`not found ${t.locale}`} draw={() => <NotFoundParts t={t} />} />
    </>
  )
}

const notFoundTitle = (t: Words): string => `${t('frame.notFound.title')} – ${t('frame.product')}`

function NotFoundParts({ t }: { t: Words }) {
  return (
    <>
      <PageHeading title={t('frame.notFound.title')} intro={t('frame.notFound.text')} />
      <p className="mb-6 max-w-text">{t('frame.notFound.advice')}</p>
      <ButtonLink href="/" kind="primary">
        {t('frame.notFound.home')}
      </ButtonLink>
    </>
  )
}
