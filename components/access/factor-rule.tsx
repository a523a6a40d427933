import { countyWords, factorRuleFields } from '@/components/access/people-county'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { CountySettings } from '@/lib/access/county/model'
import type { FormAction } from '@/lib/access/form-state'
import { installationRuleLabels } from '@/lib/access/labels'
import type { FactorRule, InstallationRule, Touched } from '@/lib/access/second-factor/demand/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  county: CountySettings
  touched: Readonly<Record<FactorRule, Touched>>
  installation: InstallationRule
  /** Whether the administrator who looks has a second factor */
  hasFactor: boolean
  save: FormAction
}

/** Of whom the county demands a second factor. */
export function FactorRuleSection({ t, county, touched, installation, hasFactor, save }: Props) {
  const own = (name: string) => t(`people.county.${name}`)
  return (
    <Section id="factor" title={own('factor')} intro={own('factorHelp')}>
      <p className="mb-3 max-w-text">{own('factorElsewhere')}</p>
      <p className="mb-3 max-w-text">{t(installationRuleLabels[installation])}</p>
      {!hasFactor && <p className="mb-3 max-w-text">{own('factorSelf')}</p>}
      <RecordForm
        id="factor-rule"
        action={save}
        values={{ version: county.version }}
        fields={factorRuleFields(t, county, touched)}
        send={own('save')}
        words={countyWords(t)}
      />
    </Section>
  )
}
