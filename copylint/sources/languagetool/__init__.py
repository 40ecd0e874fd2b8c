"""LanguageTool as a source: grammar and spelling at large, asked over HTTP, paragraph by paragraph.

Two parts are language-tool-python's: finding or downloading a LanguageTool (checksums, safe unpacking) and
writing the server's configuration. Starting, asking and placing are done here, because its client tries every
port when a server cannot start, waits five minutes for an answer, goes through proxies to loopback, drops the
rule's address and keeps the text of the last request on a class, which makes offsets wrong between threads.
"""
