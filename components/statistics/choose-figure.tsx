import { chooseFields } from '@/components/statistics/choose-fields'
import { statisticsFormWords } from '@/components/statistics/words'
import { RecordForm } from '@/components/ui/record-form'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import type { Words } from '@/lib/platform/words'
import type { Areas, FollowedSeries } from '@/lib/statistics/model'

type Props = {
  t: Words
  series: FollowedSeries
  areas: Areas
  action: FormAction
  values: Record<string, string>
}

/** The only way in which a figure of official statistics becomes the project's: somebody says what for and why. */
export function ChooseFigure({ t, series, areas, action, values }: Props) {
  return (
    <Section id="choose" title={t('statistics.choose.title')} intro={t('statistics.choose.help')}>
      {series.figures.length === 0 ? (
        <p className="unknown">{t('statistics.choose.nothing')}</p>
      ) : (
        <RecordForm
          id="choose"
          action={action}
          values={values}
          fields={chooseFields(t, series, areas)}
          send={t('statistics.choose.send')}
          words={statisticsFormWords(t)}
        />
      )}
    </Section>
  )
}
