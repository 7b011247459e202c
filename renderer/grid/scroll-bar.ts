// How much room a scroll bar takes beside a table that is higher than its place.

/** AG Grid draws a bar of this width where the system's own takes no room. */
const OVERLAID_SCROLL_BAR = 16;

/** How much room a scroll bar needs on this system. */
export function scrollBarWidth(): number {
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;visibility:hidden;overflow:scroll;width:50px;height:50px';
  document.body.append(box);
  const width = box.offsetWidth - box.clientWidth;
  box.remove();
  return width > 0 ? width : OVERLAID_SCROLL_BAR;
}
