// Opens a dialog over the window for as long as it is drawn, and gives the keyboard back to where it was.

import { useLayoutEffect, type RefObject } from 'react';

/** Closing is what gives the focus back; an element that is only taken out of the page loses it. */
export function useModalDialog(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, [dialog]);
}
