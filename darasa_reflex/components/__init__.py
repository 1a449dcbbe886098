"""Parts of pages, in folders by the page that shows them. They hold no state.

clerk: Clerk's own sign-in in a page.
device_check: Trying microphone and loudspeaker before a call.
forms: Fields, buttons and what stands beside them.
lists: Rows of jobs and interviews.
page: What every page stands in: header, navigation, messages.
practice: An answer given again, what to practise next, how it goes over time.
report: The report: ratings, answers, quotes, measured delivery.
room: The interview room: question, captions, notes, call bar.
scripts: Scripts that stand beside the Python file of their component.
set_up: What is chosen before Start, and what is still being fetched.
voice_room: The custom component around the browser's audio and the EVI socket.
words: The words of pages: English stands in the code, other languages come from catalogues.
"""
