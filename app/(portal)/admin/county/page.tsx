import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/app/locale'
import { AdminCrumbs } from '@/components/access/admin-crumbs'
import { FactorRuleSection } from '@/components/access/factor-rule'
import { countyFields, countyWords, regionFields, roleNameFields } from '@/components/access/people-county'
import { PageHeading } from '@/components/ui/page-heading'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import { findCountySettings } from '@/lib/access/county/queries'
import { countTouched } from '@/lib/access/second-factor/demand/queries'
import { findOwnFactor } from '@/lib/access/second-factor/queries'
import { requireViewer } from '@/lib/access/session'
import { env } from '@/lib/platform/env'
import { words } from '@/lib/platform/words'
import { findCountyChoice } from '@/lib/statistics/county/queries'
import { saveDetails, saveFactorRule, saveNames, saveRegion } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords())('people.county.title') }
}

export default async function CountyPage() {
  const [viewer, t] = await Promise.all([requireViewer(), requestWords()])
  const [county, choice, touched, factor] = await Promise.all([
    findCountySettings(viewer),
    findCountyChoice(viewer),
    countTouched(viewer),
    findOwnFactor(viewer),
  ])
  if (!county || !choice || !touched) notFound()
  const own = (name: string) => t(`people.county.${name}`)
  const form = { values: { version: county.version }, send: own('save'), words: countyWords(t) }
  const names = roleNameFields(t, words(t.locale), county)
  return (
    <>
      <AdminCrumbs t={t} crumbs={[{ label: own('title') }]} />
      <PageHeading title={county.name} intro={own('intro')} />
      <Section id="details" title={own('details')}>
        <RecordForm {...form} id="county" action={saveDetails} fields={countyFields(t, county)} />
      </Section>
      <FactorRuleSection
        {...{ t, county, touched, installation: env().secondFactor, save: saveFactorRule }}
        hasFactor={factor === null || factor.since !== null}
      />
      <Section id="region" title={own('region')} intro={own('regionHelp')}>
        {choice.counties.length > 0 ? (
          <RecordForm {...form} id="statistics" action={saveRegion} fields={regionFields(t, choice)} />
        ) : (
          <p>{own('regionNone')}</p>
        )}
      </Section>
      <Section id="names" title={own('names')} intro={own('namesHelp')}>
        <RecordForm {...form} id="roles" action={saveNames} fields={names} />
      </Section>
    </>
  )
}
