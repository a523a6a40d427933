import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { TextInput } from '@/components/ui/text-input'
import type { Words } from '@/lib/platform/words'
import { optionsAddress } from '@/lib/statistics/addresses'

type Props = { t: Words; project: string; indicatorId: string }

/** A cube of THL by its name: cubes have no catalogue to search in. */
export function CubeForm({ t, project, indicatorId }: Props) {
  return (
    <Section id="cube" title={t('statistics.options.cube')} intro={t('statistics.options.cubeHelp')}>
      <form
        method="get"
        action={optionsAddress(project, indicatorId)}
        className="toolbar"
        aria-label={t('statistics.options.cube')}
      >
        <input type="hidden" name="service" value="thl_pivot" />
        <TextInput id="code" name="code" label={t('statistics.options.cubeName')} />
        <Button kind="secondary" small>
          {t('statistics.options.of')}
        </Button>
      </form>
    </Section>
  )
}
