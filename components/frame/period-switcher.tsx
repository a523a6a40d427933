import type { PeriodChoice } from '@/components/frame/model'
import { Frozen } from '@/components/ui/frozen'

/** ‹ Q3/2025 ›: to the neighbours directly, to any period through the list. */
export function PeriodSwitcher({ opened = false, ...choice }: PeriodChoice & { opened?: boolean }) {
  return (
    <Frozen
      opened={opened}
      name={`period ${JSON.stringify(choice)}`}
      element={{ tag: 'nav', attributes: { className: 'period-switcher', 'aria-label': choice.label } }}
      draw={() => <Periods {...choice} />}
    />
  )
}

function Periods({ label, current, previous, next, all }: PeriodChoice) {
  return (
    <>
      <Step target={previous} sign="‹" rel="prev" />
      <button type="button" className="period-current" popoverTarget="periods">
        <span className="sr-only">{label}: </span>
        {current.label}
      </button>
      <Step target={next} sign="›" rel="next" />
      <div className="popup" id="periods" popover="auto">
        {current.note && <p className="popup-note">{current.note}</p>}
        <ul>
          {all.map((link) => (
            <li key={link.href}>
              <a href={link.href} aria-current={link.current ? 'page' : undefined}>
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function Step({ target, sign, rel }: { target?: { label: string; href: string }; sign: string; rel: string }) {
  if (!target)
    return (
      <span className="period-step" aria-hidden="true">
        {sign}
      </span>
    )
  return (
    <a className="period-step" href={target.href} rel={rel} title={target.label}>
      <span aria-hidden="true">{sign}</span>
      <span className="sr-only">{target.label}</span>
    </a>
  )
}
