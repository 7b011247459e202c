// The field in which a figure is typed, inside its cell. It knows text, caret and refusal; what a text means and
// where the keyboard goes next is decided by its owner.

export interface EditorOwner {
  /** The text changed under the keyboard (not during a composition of an input method). */
  onInput(text: string): void;
  /** A key inside the field; true when it was handled. Never called during a composition. */
  onKey(event: KeyboardEvent): boolean;
  /** The focus left the field for another place of the page. */
  onLeave(): void;
}

/** replace: typing replaced the figure, arrows commit · inPlace: the caret stands in the figure, arrows move it. */
export type EditingMode = 'replace' | 'inPlace';

export class CellEditor {
  private readonly field = document.createElement('input');
  private readonly refusal = document.createElement('div');
  private isComposing = false;
  private isTouched = false;
  private isClosing = false;

  constructor(
    readonly element: HTMLElement,
    private readonly overlay: HTMLElement,
    readonly mode: EditingMode,
    text: string,
    label: string,
    private readonly owner: EditorOwner,
  ) {
    this.field.className = 'cell-editor';
    this.field.type = 'text';
    this.field.autocomplete = 'off';
    this.field.spellcheck = false;
    this.field.inputMode = 'decimal';
    this.field.value = text;
    this.field.setAttribute('aria-label', label);
    this.refusal.className = 'cell-refusal';
    this.refusal.id = `${element.id}-refusal`;
    this.refusal.setAttribute('role', 'alert');
    this.listen();
    element.classList.add('editing');
    element.append(this.field);
    overlay.append(this.refusal);
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(text.length, text.length);
  }

  get text(): string {
    return this.field.value;
  }

  /** Did the keyboard or an input method write anything, even if it was taken away again? */
  get wasTouched(): boolean {
    return this.isTouched;
  }

  /** Shows why a text was not taken, at the cell and to a screen reader, and lets the clerk go on typing. */
  refuse(reason: string): void {
    this.field.setAttribute('aria-invalid', 'true');
    this.field.setAttribute('aria-describedby', this.refusal.id);
    this.refusal.textContent = reason;
    this.placeRefusal();
    this.field.focus({ preventScroll: true });
  }

  /** Puts the sentence under its cell again, or above it where the table ends below. */
  placeRefusal(): void {
    if (this.refusal.textContent === '') return;
    const cell = this.element.getBoundingClientRect();
    const frame = this.overlay.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.refusal;
    const fitsBelow = cell.bottom + height + 4 <= Math.max(frame.bottom, cell.bottom);
    this.refusal.style.top = `${(fitsBelow ? cell.bottom + 3 : cell.top - height - 3) - frame.top}px`;
    this.refusal.style.left = `${Math.max(0, Math.min(cell.left - frame.left, frame.width - width - 4))}px`;
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
  }

  close(): void {
    this.isClosing = true;
    this.refusal.remove();
    this.element.classList.remove('editing');
    // Taking a field away that has the focus makes the browser lay out the page at once. Whoever closes it moves
    // the focus on in the same breath.
    if (document.activeElement === this.field) queueMicrotask(() => this.field.remove());
    else this.field.remove();
  }

  private listen(): void {
    this.field.addEventListener('compositionstart', () => (this.isComposing = true));
    this.field.addEventListener('compositionend', () => {
      this.isComposing = false;
      this.announceInput();
    });
    this.field.addEventListener('input', () => {
      this.isTouched = true;
      if (!this.isComposing) this.announceInput();
    });
    this.field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      // While an input method composes, Enter, Escape and arrows are its own.
      if (event.isComposing || event.keyCode === 229) return;
      if (this.owner.onKey(event)) event.preventDefault();
    });
    this.field.addEventListener('blur', () => {
      // The whole window losing the focus leaves the field in place: document.activeElement stays on it.
      if (!this.isClosing && document.activeElement !== this.field) this.owner.onLeave();
    });
  }

  private announceInput(): void {
    this.field.removeAttribute('aria-invalid');
    this.refusal.textContent = '';
    this.owner.onInput(this.field.value);
  }
}
