import type { Workflow } from '@/tests/platform/fault-sweep/sweep'
import { projectWorkflows } from '@/tests/platform/fault-sweep/workflows/projects'
import { reportWorkflows } from '@/tests/platform/fault-sweep/workflows/reports'
import { roundWorkflows } from '@/tests/platform/fault-sweep/workflows/rounds'

/** What the product does in more than one statement and people take for one act. */
export const workflows: readonly Workflow[] = [...roundWorkflows, ...projectWorkflows, ...reportWorkflows]
