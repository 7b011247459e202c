// What a key means in a table, apart from where it is pressed: one list for everything that clerks know from
// their spreadsheets. Pure; the controller carries it out.

import type { Direction } from '../../shared/clipboard/move-in-sheet';

export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

export type KeyIntent =
  | {
      readonly kind: 'move';
      readonly direction: Direction;
      readonly toEdge: boolean;
      readonly extend: boolean;
    }
  | {
      readonly kind: 'end';
      readonly of: 'row' | 'table';
      readonly end: 'first' | 'last';
      readonly extend: boolean;
    }
  | { readonly kind: 'enter'; readonly by: 1 | -1 }
  | { readonly kind: 'tab'; readonly by: 1 | -1 }
  | { readonly kind: 'table'; readonly by: 1 | -1 }
  /** Ctrl+Enter: what is typed goes into the whole selection. */
  | { readonly kind: 'enterAll' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'type' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'fill'; readonly direction: 'down' | 'right' }
  | { readonly kind: 'select'; readonly what: 'row' | 'column' | 'table' }
  | { readonly kind: 'help' }
  | { readonly kind: 'find' }
  | { readonly kind: 'cancel' };

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

const MODIFIERS = /^(Shift|Control|Alt|Meta|CapsLock)/u;

/** The meaning of a key pressed on a cell; undefined for a key that the table leaves to the window. */
export function keyIntent(pressed: PressedKey): KeyIntent | undefined {
  const { key, shiftKey, altKey } = pressed;
  // An input method announces its first key as “Process” or 229: the field must be open before it composes.
  // Shift and the like only switch it over.
  if (MODIFIERS.test(pressed.code)) return undefined;
  if (key === 'Process' || pressed.keyCode === 229 || pressed.isComposing) return { kind: 'type' };
  if (altKey) return undefined;
  if (pressed.ctrlKey || pressed.metaKey) return controlIntent(key, shiftKey);
  const direction = ARROWS[key];
  if (direction) return { kind: 'move', direction, toEdge: false, extend: shiftKey };
  switch (key) {
    case 'Enter':
      return { kind: 'enter', by: shiftKey ? -1 : 1 };
    case 'Tab':
      return { kind: 'tab', by: shiftKey ? -1 : 1 };
    case 'Home':
      return { kind: 'end', of: 'row', end: 'first', extend: shiftKey };
    case 'End':
      return { kind: 'end', of: 'row', end: 'last', extend: shiftKey };
    case 'PageUp':
      return { kind: 'table', by: -1 };
    case 'PageDown':
      return { kind: 'table', by: 1 };
    case 'F2':
      return { kind: 'edit' };
    case 'F1':
      return { kind: 'help' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'blank' };
    case ' ':
      return shiftKey ? { kind: 'select', what: 'row' } : undefined;
    case 'Escape':
      return { kind: 'cancel' };
    default:
      return [...key].length === 1 ? { kind: 'type' } : undefined;
  }
}

function controlIntent(key: string, extend: boolean): KeyIntent | undefined {
  const direction = ARROWS[key];
  if (direction) return { kind: 'move', direction, toEdge: true, extend };
  switch (key.toLowerCase()) {
    case 'home':
      return { kind: 'end', of: 'table', end: 'first', extend };
    case 'end':
      return { kind: 'end', of: 'table', end: 'last', extend };
    case 'enter':
      return { kind: 'enterAll' };
    case 'a':
      return { kind: 'select', what: 'table' };
    case ' ':
      return { kind: 'select', what: 'column' };
    case 'f':
      return { kind: 'find' };
    case 'd':
      return { kind: 'fill', direction: 'down' };
    case 'r':
      return { kind: 'fill', direction: 'right' };
    default:
      return undefined;
  }
}
