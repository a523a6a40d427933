import { requestWords } from '@/app/locale'
import { frameWords, languageChoice } from '@/components/frame/frame-words'
import { NotFoundPage } from '@/components/frame/not-found-page'
import { version } from '@/package.json'

export default async function NotFound() {
  const t = await requestWords()
  return (
    <NotFoundPage
      words={frameWords(t)}
      language={languageChoice(t)}
      footer={{ accessibility: { label: t('frame.accessibility'), href: '/accessibility' }, version }}
      texts={{
        title: t('frame.notFound.title'),
        text: t('frame.notFound.text'),
        advice: t('frame.notFound.advice'),
        home: t('frame.notFound.home'),
      }}
    />
  )
}
