import type { ReactNode } from 'react'
import '@/components/steering/steering.css'

/** Only brings the styles of these pages; who may read is asked by each page. */
export default function SteeringLayout({ children }: { children: ReactNode }) {
  return children
}
