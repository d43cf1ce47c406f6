#!/usr/bin/env bash
# Writes Schema/EmbeddedQueries.swift from the files in Schema/Queries. Run it after a question was changed.
#
# The questions are too many to be embedded as byte arrays, which are slow to compile; a test compares the two.
set -euo pipefail
cd "$(dirname "$0")"
{
    echo "// Written by embed-queries.sh from the files in Queries; a test compares the two. Not to be edited."
    echo
    echo "extension UsageSchema {"
    echo "    /// The named questions."
    echo "    public static let queries: [SchemaFile] = ["
    for file in Queries/*.sql; do
        echo "        SchemaFile("
        echo "            \"$(basename "$file" .sql)\","
        echo "            #\"\"\""
        sed 's/^\(.\)/            \1/' "$file"
        echo
        echo "            \"\"\"#"
        echo "        ),"
    done
    echo "    ]"
    echo "}"
} >EmbeddedQueries.swift
