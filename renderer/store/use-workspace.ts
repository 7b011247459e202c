// How React components read the workspace and the save state.

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SaveState } from './autosave';
import type { Workspace, WorkspaceState } from './workspace';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace. Throws outside of the application's provider: a fault of the program. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no workspace is provided');
  return workspace;
}

/** The list of reports and the section on the screen, anew after every change. */
export function useWorkspaceState(): WorkspaceState {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.getState);
}

/** Whether what is shown is on disk. */
export function useSaveState(): SaveState {
  const { autosave } = useWorkspace();
  return useSyncExternalStore(autosave.subscribe, autosave.getState);
}
