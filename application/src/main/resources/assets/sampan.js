/* Small comforts; every page is complete without them. At most 3 KB.
   htmx is configured by a meta tag, not here. */
(() => {
  'use strict';
  const changed = new WeakSet();
  let leaving = false;

  // A form is sent once. The flag falls when the page is shown again and after 20 seconds, so neither
  // Back nor a stopped request leaves a dead button; the server is idempotent all the same.
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get' || form.hasAttribute('data-repeatable')) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    leaving = true;
    event.submitter?.setAttribute('aria-disabled', 'true');
    setTimeout(again, 20_000);
  });
  const again = () => {
    leaving = false;
    for (const form of document.querySelectorAll('[data-sent]')) {
      delete form.dataset.sent;
      form.querySelectorAll('[aria-disabled]').forEach(button => button.removeAttribute('aria-disabled'));
    }
  };
  addEventListener('pageshow', again);

  // "Leave without saving?" only where a form asks for it: <form data-unsaved>.
  document.addEventListener('input', event => {
    const form = event.target.form;
    if (form && form.hasAttribute('data-unsaved')) changed.add(form);
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.detail.successful) changed.delete(event.target.closest('form'));
  });
  addEventListener('beforeunload', event => {
    if (leaving) return;
    for (const form of document.querySelectorAll('form[data-unsaved]')) {
      if (changed.has(form)) event.preventDefault();
    }
  });

  // Menus of the header close by Escape and by a click elsewhere.
  const close = (menu, focus) => {
    menu.open = false;
    if (focus) menu.querySelector('summary').focus();
  };
  document.addEventListener('keydown', event => {
    const menu = event.key === 'Escape' && event.target.closest?.('.menu[open]');
    if (menu) close(menu, true);
  });
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('.menu[open]')) {
      if (!menu.contains(event.target)) close(menu, false);
    }
  });

  // What went wrong is read first.
  document.getElementById('problems')?.focus();
})();
