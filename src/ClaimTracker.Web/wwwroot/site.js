// Progressive enhancement only: every page works without this file.
"use strict";

(() => {
  // Each person's own in this browser: whoever signs in here next has not switched them off.
  const off = `keys-off:${document.body.dataset.person ?? ""}`;
  const isTyping = element => element.matches("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");

  // Ctrl+Enter (or Cmd+Enter) sends the form, or the part of a page's one form, that is being written, by its first button. Where that
  // decides a task, the next one is opened.
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    const form = event.target.closest?.("form");
    if (!form) return;
    event.preventDefault();
    const button = (event.target.closest("[data-part]") ?? form).querySelector("button:not([type=button])");
    if (button.matches("[data-decides]")) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "goOn", value: "true" }));
    form.requestSubmit(button);
  });

  // Single keys. Off while somebody types, and off for good where somebody switched them off.
  const unfold = element => {
    for (let at = element?.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
  };
  const pressElement = element => {
    if (!element) return false;
    unfold(element);
    if (element.matches("summary")) {
      // Whoever opens a form wants to write in it.
      (element.parentElement.querySelector("input:checked, input:not([type=hidden]), textarea, select, button") ?? element).focus();
    } else if (element.matches("button, a")) {
      element.click();
    } else {
      element.focus();
    }
    return true;
  };
  const press = selector => pressElement(document.querySelector(selector));
  // To the next or the last one of a list; false where there is no list, or no further one.
  const step = by => {
    const rows = [...document.querySelectorAll("[data-list] > li")];
    const at = rows.indexOf(document.activeElement?.closest("[data-list] > li"));
    const row = rows[at < 0 ? (by > 0 ? 0 : -1) : at + by];
    (row?.querySelector(".wording a") ?? row)?.focus();
    return !!row;
  };
  // To a decision of the task that is written here. One that asks for nothing is only gone to: no single key decides.
  const choose = number => {
    const choice = document.querySelectorAll("[data-keys] .choice")[number - 1];
    const button = choice?.querySelector(":scope > button");
    button?.focus();
    return !!button || pressElement(choice?.querySelector("summary"));
  };
  const keys = {
    "/": ["Search", () => press("input[data-key='/'], input[type=search]")],
    j: ["Next one of the list, of the evidence or of triage; at the end of a list, the next page", () => step(1) || press("a[rel=next]")],
    k: ["The one before it", () => step(-1) || press("a[rel=prev]")],
    a: ["Accept the claim as it is worded", () => press("[data-accept] button")],
    w: ["Fix the wording before accepting", () => press("[data-accept] textarea")],
    d: ["Decline: choose the reason", () => press("[data-decline]")],
    // Another figure is never linked by a slip: its button is only gone to.
    l: ["Link to the first checked claim that says the same; where there is none, go to the first", () => {
      const other = document.querySelector("[data-link]");
      if (!press("[data-link=same]")) other?.focus();
      return !!other;
    }],
    f: ["Fold into the first similar claim that says the same and is not checked yet; where there is none, go to the first", () => {
      const other = document.querySelector("[data-fold]");
      if (!press("[data-fold=same]")) other?.focus();
      return !!other;
    }],
    u: ["Take the last act of triage back, for a minute", () => press("[data-key=u]")],
    x: ["Tick or untick the one of the list that has the focus", () => {
      const box = document.activeElement?.closest("[data-list] > li")?.querySelector("input[name=of]");
      box?.click();
      return !!box;
    }],
    n: ["Next task", () => press("[data-key=n]")],
    t: ["Take the task", () => press("[data-key=t]")],
    e: ["Add evidence: open its form", () => press("summary[data-key=e]")],
  };

  document.addEventListener("keydown", event => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?") return showKeys();
    if (localStorage.getItem(off) !== null) return;
    if (/^[1-9]$/.test(event.key) ? choose(Number(event.key)) : keys[event.key]?.[1]()) event.preventDefault();
  });

  // For whoever does not know that there are keys.
  for (const button of document.querySelectorAll("button[data-show-keys]")) {
    button.hidden = false;
    button.addEventListener("click", showKeys);
  }

  // What is done to many goes on by itself until it is done.
  document.querySelector("[data-goes-on]")?.closest("form").requestSubmit();

  // A list's boxes, ticked all at once.
  for (const all of document.querySelectorAll("input[data-ticks]")) {
    all.closest("label").hidden = false;
    const boxes = [...document.querySelectorAll(`input[type=checkbox][form="${all.dataset.ticks}"][name=of]`)];
    all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
  }

  function showKeys() {
    const dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    const title = Object.assign(document.createElement("h2"), { id: "keys-title", className: "plain", textContent: "Keys" });
    const list = document.createElement("dl");
    const add = (key, meaning) => {
      const dt = document.createElement("dt");
      dt.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(dt, Object.assign(document.createElement("dd"), { textContent: meaning }));
    };
    for (const [key, [meaning]] of Object.entries(keys)) add(key, meaning);
    add("1 to 9", "Go to that decision of the task, or open its form; Enter on a decision that asks for nothing decides");
    add("Ctrl+Enter", "Send the form you are writing; a decision is made, and the next task opened");
    add("?", "This list");
    const label = Object.assign(document.createElement("label"), { className: "check" });
    const box = Object.assign(document.createElement("input"), { type: "checkbox", checked: localStorage.getItem(off) === null });
    box.addEventListener("change", () => box.checked ? localStorage.removeItem(off) : localStorage.setItem(off, ""));
    label.append(box, " Single keys are on for me, in this browser");
    const close = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: "Close" });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(title, list, label, close);
    document.body.append(dialog);
    dialog.showModal();
  }

  const tellSignedOut = status => {
    const link = Object.assign(document.createElement("a"), { href: "/signin?returnUrl=/account", target: "_blank", textContent: "Sign in in another tab" });
    status.replaceChildren("Not saved: you are signed out. Your text is still in this page. ", link, ", then come back here; it is saved then.");
  };

  // Somebody else has the task by now: said once, and as soon as a save hears of it.
  const tellLost = (notice, lost) => {
    if (!notice || !lost || notice.textContent === lost) return;
    notice.textContent = lost;
    notice.hidden = false;
  };

  // What the page says of a save that was refused. The texts stay in the page whatever it is.
  const refusals = {
    400: form => `Not saved: another person than ${form.dataset.person} is signed in in this browser now. Your text is still in this page; sign in as ${form.dataset.person} in another tab, then come back here.`,
    409: (_, told) => `Not saved: ${told.detail}${told.title === "older-page" ? " Press “Save draft” to see both." : ""}`,
  };

  // A browser sends no more than 64 KiB once its page is left, and some of that is the frame around each field.
  const mostOnLeaving = 60 * 1024;
  const sizeOf = body => [...body].reduce((sum, [name, text]) => sum + 200 + name.length + new Blob([text]).size, 0);

  // All that is typed. A long text that stands in its field as the page offered it is not, and would fill up what may be sent on leaving.
  const typedIn = form => {
    const body = new FormData(form);
    for (const offer of form.querySelectorAll("input[data-as-offered]")) {
      const field = form.elements[offer.name.slice("offered(".length, -1)];
      if (!field?.matches?.("textarea") || field.value !== field.defaultValue) continue;
      body.delete(field.name);
      body.delete(offer.name);
    }
    return body;
  };

  // What was typed, back into the fields that it was typed in.
  const putBack = (form, typed) => {
    for (const field of form.elements) {
      const texts = typed.filter(([name]) => name === field.name).map(([, text]) => text);
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = texts.includes(field.value);
      else if (texts.length > 0 && field.matches("textarea, select, input:not([type=hidden], [type=file])")) field.value = texts[0];
      if (field.matches("textarea") && field.value !== field.defaultValue) field.closest("details")?.setAttribute("open", "");
    }
  };

  // Drafts: two seconds after the last key the server has all that was typed on the page. The page counts its saves, so that of two windows the
  // older one does not write over the newer.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    const status = form.querySelector("[data-saved]");
    if (status.dataset.saved === "nothing") status.textContent = "Whatever you type on this page is kept; only you see it.";
    let timer = 0;
    let dirty = false;
    let failed = false;
    let saving = null;
    let pressed = null;
    let sent = false;
    const fail = told => {
      dirty = failed = true;
      if (told) status.textContent = told;
    };
    const send = async keepalive => {
      dirty = false;
      try {
        // A server that does not answer holds up nothing that is pressed meanwhile.
        const answer = await fetch(form.dataset.draft, { method: "POST", body: typedIn(form), headers: { Accept: "application/json" }, keepalive, signal: AbortSignal.timeout(8000) });
        if (answer.ok) {
          const told = await answer.json();
          form.elements.saves.value = told.saves;
          status.textContent = told.saved;
          tellLost(form.querySelector("[data-lost]"), told.lost);
          failed = false;
          return;
        }
        if (answer.status === 401) tellSignedOut(status);
        fail(answer.status === 401 ? null
          : answer.status === 400 ? refusals[400](form)
          : answer.status === 409 ? refusals[409](form, await answer.json())
          : `Not saved: the server answered ${answer.status}. Your text is still in this page.`);
      } catch {
        fail("Not saved: the server does not answer. Your text is still in this page.");
      }
    };
    // One at a time: a save that began before the count of the one under way is known would be taken for an older window's.
    const save = async () => {
      clearTimeout(timer);
      while (saving) await saving;
      if (!dirty) return;
      saving = send(false);
      await saving;
      saving = null;
    };
    // Whoever comes back from signing in, in another tab, finds the text here, and it is sent.
    addEventListener("focus", save);
    form.addEventListener("input", () => {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(save, 2000);
    });
    form.addEventListener("submit", event => {
      sent = true;
      dirty = false;
      clearTimeout(timer);
      if (!saving) return;
      event.preventDefault();
      status.textContent = "Saving…";
      if (!pressed) {
        saving.then(() => {
          const button = pressed;
          pressed = null;
          form.requestSubmit(button);
        });
      }
      pressed = event.submitter;
    });
    // A page that is loaded again at once may be drawn before what was sent on leaving has arrived; it is then drawn once more. What has not
    // arrived after that is put back into its fields, and sent again.
    const leaving = `left:${form.dataset.person}:${location.pathname}`;
    const left = JSON.parse(sessionStorage.getItem(leaving) ?? "null");
    sessionStorage.removeItem(leaving);
    if (left && Number(form.elements.saves.value) < left.saves) {
      if (left.tries > 0) {
        setTimeout(() => {
          if (dirty || sent) return;
          form.inert = true;
          sessionStorage.setItem(leaving, JSON.stringify({ ...left, tries: left.tries - 1 }));
          location.reload();
        }, 300 * (6 - left.tries));
      } else {
        putBack(form, left.typed);
        dirty = true;
        status.textContent = "What you typed last had not arrived when you left this page. It stands here again, and is sent once more.";
        timer = setTimeout(save, 2000);
      }
    }
    // What was typed in the last two seconds is sent on leaving. Where that cannot work, the browser asks first.
    addEventListener("beforeunload", event => {
      if (saving || (dirty && (failed || sizeOf(typedIn(form)) > mostOnLeaving))) event.preventDefault();
    });
    addEventListener("pagehide", () => {
      clearTimeout(timer);
      if (!dirty) return;
      sessionStorage.setItem(leaving, JSON.stringify({ saves: Number(form.elements.saves.value) + 1, tries: 5, typed: [...typedIn(form)] }));
      send(true);
    });
  }
})();
