import type { Metadata } from 'next'
import { requestWords } from '@/app/locale'
import { Section } from '@/components/ui/section'
import { reviewedOn } from '@/lib/platform/accessibility'
import { formatDate } from '@/lib/values/format'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('public.accessibility.title') }
}

/** The five items the law asks for: conformance, shortcomings, feedback, supervisor, date of making and review. */
const items = ['conformance', 'shortcomings', 'feedback', 'supervisor', 'made'] as const

export default async function AccessibilityPage() {
  const t = await requestWords()
  return (
    <div className="prose grid gap-6 max-w-text">
      <h1>{t('public.accessibility.title')}</h1>
      <p>{t('public.accessibility.intro')}</p>
      {items.map((item) => (
        <Section key={item} id={item} title={t(`public.accessibility.${item}.title`)}>
          <p>{t(`public.accessibility.${item}.text`, { date: formatDate(reviewedOn, t.locale) })}</p>
        </Section>
      ))}
    </div>
  )
}
